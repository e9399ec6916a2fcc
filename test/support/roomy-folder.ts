import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
/** Every folder that a test run may have used. */
export const folders = [memory, tmpdir()]

/**
 * Where databases of tests lie: in memory where there is room (a database makes 300 files, which some disks are slow
 * at), otherwise in the folder for temporary files. Containers often give the former 64 MB only.
 */
export async function roomyFolder(): Promise<string> {
  const gigabyte = 1024 ** 3
  const hasRoom = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize > gigabyte,
    () => false,
  )
  return hasRoom ? memory : tmpdir()
}
