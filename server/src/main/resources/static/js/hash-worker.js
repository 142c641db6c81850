/**
 * Decodes and hashes one picture after the other; see hash-file.js. After its two scripts are
 * loaded nothing in here asks for anything.
 */
import { hash } from "./hashing.js";

/** The least quality at which a hash is worth comparing. */
const USABLE_QUALITY = 50;

/** Behind what is transparent, in the order in which the server looks at it. */
const BACKGROUNDS = ["#ffffff", "#000000", "#808080"];

/**
 * The samples as the file has them: the server hashes the stored ones too, and what a browser
 * makes of a colour profile depends on the browser. Upright, because no browser of today can be
 * asked for anything else; the server looks at pictures upright as well.
 */
const AS_STORED = {
  colorSpaceConversion: "none",
  imageOrientation: "from-image",
  premultiplyAlpha: "default",
};

/** Canvases are limited in size, pictures are not: they are read tile by tile. */
const TILE = 1024;

/** What a browser may round; those that withhold pixels change them by far more. */
const ROUNDING = 8;

let turn = Promise.resolve();
self.onmessage = ({ data: { file, limits }, ports: [port] }) => {
  turn = turn.then(async () => port.postMessage(await answered(file, limits)));
};
self.postMessage("ready");

async function answered(file, limits) {
  try {
    return { answer: await hashed(file, limits) };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return { error: error.refusal ?? (tooLarge ? "too-large-for-this-device" : "failed") };
  }
}

async function hashed(file, limits) {
  if (!self.crypto?.subtle || !self.OffscreenCanvas || !self.createImageBitmap) {
    throw refusal("not-supported");
  }
  if (file.size === 0) {
    throw refusal("empty-file");
  }
  if (file.size > limits.bytes) {
    throw refusal("too-many-bytes");
  }
  if (!givesPixels()) {
    throw refusal("pixels-withheld");
  }
  const bytes = await file.arrayBuffer().catch(() => Promise.reject(refusal("unreadable-file")));
  const fingerprint = await pictured(new Blob([bytes], { type: file.type }), limits);
  return { ...fingerprint, sha256: hex(await self.crypto.subtle.digest("SHA-256", bytes)) };
}

async function pictured(blob, limits) {
  const bitmap = await createImageBitmap(blob, AS_STORED).catch(() => {
    throw refusal("not-a-picture");
  });
  try {
    const { width, height } = bitmap;
    if (width * height > limits.pixels) {
      throw refusal("too-many-pixels");
    }
    return mostTelling(bitmap, width, height);
  } finally {
    bitmap.close();
  }
}

/** On the first background on which it can be recognised, or else on the best. */
function mostTelling(bitmap, width, height) {
  let most = null;
  for (const background of BACKGROUNDS) {
    const other = hash(pixels(bitmap, width, height, background), width, height);
    most = most === null || other.quality > most.quality ? other : most;
    if (most.quality >= USABLE_QUALITY) {
      break;
    }
  }
  return most;
}

function pixels(bitmap, width, height, background) {
  const rgba = new Uint8ClampedArray(4 * width * height);
  const tile = canvas();
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      const columns = Math.min(TILE, width - left);
      const rows = Math.min(TILE, height - top);
      tile.fillStyle = background;
      tile.fillRect(0, 0, columns, rows);
      tile.drawImage(bitmap, left, top, columns, rows, 0, 0, columns, rows);
      const { data } = tile.getImageData(0, 0, columns, rows);
      for (let row = 0; row < rows; row++) {
        const line = data.subarray(4 * columns * row, 4 * columns * (row + 1));
        rgba.set(line, 4 * ((top + row) * width + left));
      }
    }
  }
  return rgba;
}

/** In main memory, because that is where its pixels are wanted; and never with resampling. */
function canvas() {
  const options = { willReadFrequently: true, colorSpace: "srgb" };
  const context = new OffscreenCanvas(TILE, TILE).getContext("2d", options);
  if (!context) {
    throw refusal("not-supported");
  }
  context.imageSmoothingEnabled = false;
  return context;
}

/** Whether what is put into a canvas can be read from it. */
function givesPixels() {
  const known = new ImageData(16, 16);
  known.data.forEach((_, at) => (known.data[at] = at % 4 === 3 ? 255 : (37 * at) % 256));
  const tile = canvas();
  tile.putImageData(known, 0, 0);
  const { data } = tile.getImageData(0, 0, 16, 16);
  return known.data.every((sample, at) => Math.abs(sample - data[at]) <= ROUNDING);
}

function hex(digest) {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function refusal(code) {
  return Object.assign(new Error(code), { refusal: code });
}
