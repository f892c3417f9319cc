// Writes offline.json: what TensorFlow.js says of the network of nsfwjs at its layer mixed7.
//
// Run: npm install --prefix /tmp/tf --no-save nsfwjs@4.3.0 @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0
//      NODE_PATH=/tmp/tf/node_modules node offline.js
//
// The images are those of MadeUp.cs and vectors.py, at the network's own size.
const fs = require('fs'), path = require('path');
const tf = require('@tensorflow/tfjs');
require('@tensorflow/tfjs-backend-wasm');

const side = 299, mask = (1n << 64n) - 1n;

function* uniform(seed) {
  for (let state = BigInt(seed); ;) {
    state = (state + 0x9E3779B97F4A7C15n) & mask;
    let z = ((state ^ (state >> 30n)) * 0xBF58476D1CE4E5B9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94D049BB133111EBn) & mask;
    yield Number((z ^ (z >> 31n)) >> 11n) * 2 ** -53;
  }
}

/** The image that vectors.py makes, scaled by (x - 128)/128 and channels last. */
function image(seed) {
  const pixels = new Float32Array(side * side * 3), noise = uniform(seed);
  for (let c = 0; c < 3; c++)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const slopes = (7 * x + 3 * y + 40 * c + 11 * seed) % 256;
        const value = Math.floor((2 * slopes + Math.floor(noise.next().value * 256)) / 3);
        pixels[(y * side + x) * 3 + c] = (value - 128) / 128;
      }
  return tf.tensor4d(pixels, [1, side, side, 3]);
}

async function main() {
  await tf.setBackend('wasm');
  const folder = require.resolve.paths('nsfwjs').map(root => path.join(root, 'nsfwjs/dist/models/inception_v3'))
    .find(fs.existsSync);
  const load = name => { const file = require(path.join(folder, name)); return file.default || file; };
  const { modelTopology, weightsManifest } = load('model.min.js');
  const shards = fs.readdirSync(folder).filter(name => name.startsWith('group1')).sort()
    .map(name => Buffer.from(load(name), 'base64'));
  const weights = Buffer.concat(shards);
  const whole = await tf.loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest.flatMap(group => group.weights),
      weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length),
    }),
  });
  const model = tf.model({ inputs: whole.inputs, outputs: whole.getLayer('mixed7').output });
  const judged = [];
  for (const seed of [3, 4]) {
    const features = model.predict(image(seed)).mean([1, 2]).dataSync();
    judged.push({ seed, features: Array.from(features).filter((_, i) => i % 12 === 0).map(v => Number(v.toPrecision(8))) });
    console.log(seed, Math.max(...features), features.reduce((a, b) => a + b) / features.length);
  }
  const lines = judged.map(row => '    ' + JSON.stringify(row)).join(',\n');
  fs.writeFileSync(path.join(__dirname, 'offline.json'),
    `{\n  "tfjs": "${tf.version.tfjs}",\n  "judged": [\n${lines}\n  ]\n}\n`);
}

main();
