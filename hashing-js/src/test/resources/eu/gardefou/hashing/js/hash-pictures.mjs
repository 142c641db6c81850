// node hash-pictures.mjs HASHING.mjs PICTURES : one line for each picture.
// A picture is its width, height and number of bytes as little-endian integers, then the bytes.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { hash } = await import(pathToFileURL(process.argv[2]));
const file = readFileSync(process.argv[3]);
const lines = [];
for (let at = 0; at < file.length; ) {
  const [width, height, length] = [0, 4, 8].map((field) => file.readInt32LE(at + field));
  const rgba = new Uint8ClampedArray(file.buffer, file.byteOffset + at + 12, length);
  at += 12 + length;
  try {
    const { pdq, quality, poses } = hash(rgba, width, height);
    lines.push([pdq, quality, ...poses].join(" "));
  } catch (error) {
    lines.push("refused: " + error.message);
  }
}
console.log(lines.join("\n"));
