import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

interface PhotoFiles extends DBSchema {
  files: { key: string; value: { blob: Blob; name: string } }
}

let opened: Promise<IDBPDatabase<PhotoFiles>> | undefined

/** Photos that have not arrived at the server yet, kept on the device. */
const files = () => {
  opened ??= openDB<PhotoFiles>('visit-photos', 1, { upgrade: db => void db.createObjectStore('files') })
  return opened
}

export async function keepFile(id: string, file: File): Promise<void> {
  await (await files()).put('files', { blob: file, name: file.name }, id)
}

/** The file as it was taken; null: this device does not have it. */
export async function keptFile(id: string): Promise<File | null> {
  const kept = await (await files()).get('files', id)
  return kept ? new File([kept.blob], kept.name, { type: kept.blob.type }) : null
}

export async function dropFiles(ids: readonly string[]): Promise<void> {
  const db = await files()
  await Promise.all(ids.map(id => db.delete('files', id)))
}
