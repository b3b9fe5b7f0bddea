export function CentrePage() {
  return <h1>项目</h1>
}
