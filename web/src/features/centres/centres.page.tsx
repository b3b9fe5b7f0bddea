export function CentresPage() {
  return <h1>项目</h1>
}
