// Prints what the module's digest() returns. The module may import nothing.
import { readFile } from "node:fs/promises";

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
console.log(String(BigInt.asUintN(64, instance.exports.digest())));
