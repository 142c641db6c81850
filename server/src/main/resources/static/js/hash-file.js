/**
 * Hashes a picture on this device. The file is read, and sent nowhere.
 *
 *   import { hashFile } from "/js/hash-file.js";
 *   const { pdq, quality, poses, sha256 } = await hashFile(input.files[0]);
 *
 * Whatever is needed is fetched when this script is loaded; afterwards it works without a network.
 * All work is done in a worker, so that the page goes on answering.
 */

/** As large as the server takes them: size of the file, and width times height. */
export const LIMITS = Object.freeze({ bytes: 50 * 2 ** 20, pixels: 64 * 2 ** 20 });

/**
 * Why there is no hash, as `code`: empty-file, unreadable-file, too-many-bytes, not-a-picture,
 * too-many-pixels, too-large-for-this-device, pixels-withheld (the browser protects its owner
 * against being recognised, and gives other pixels than it shows), not-supported, failed.
 */
export class HashingError extends Error {
  constructor(code) {
    super(code);
    this.name = "HashingError";
    this.code = code;
  }
}

let current = started();

/** Settled when all that is needed has been fetched. */
export const ready = current.then((worker) => void worker);
// Whoever does not wait for it hears of the failure from hashFile.
ready.catch(() => {});

/**
 * The hashes of a picture.
 *
 * @param file a File or Blob: JPEG, PNG, WebP, GIF, or what else the browser decodes
 * @param limits like LIMITS, where the server has others
 * @returns {Promise<{pdq: string, quality: number, poses: string[], sha256: string}>} PDQ in 64
 *     hexadecimal digits; its quality, 0 to 100, under 50 it says little; the hashes of the eight
 *     poses, in the order of upstream's; and the digest of the file's bytes
 * @throws HashingError
 */
export async function hashFile(file, limits = LIMITS) {
  const worker = await current.catch(() => (current = started()));
  return new Promise((resolve, reject) => {
    const { port1: here, port2: there } = new MessageChannel();
    const died = () => {
      current = started();
      reject(new HashingError("failed"));
    };
    worker.addEventListener("error", died, { once: true });
    here.onmessage = ({ data: { answer, error } }) => {
      worker.removeEventListener("error", died);
      here.close();
      if (error) {
        reject(new HashingError(error));
      } else {
        resolve(answer);
      }
    };
    worker.postMessage({ file, limits }, [there]);
  });
}

/** A worker that has fetched what it needs and says so. */
function started() {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new HashingError("not-supported"));
    try {
      const worker = new Worker(new URL("hash-worker.js", import.meta.url), { type: "module" });
      worker.addEventListener("message", () => resolve(worker), { once: true });
      worker.addEventListener("error", fail, { once: true });
    } catch {
      fail();
    }
  });
}
