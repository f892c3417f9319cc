#!/usr/bin/python3
"""The network of FID in eager PyTorch, with the weights that the tests make up, for races with ours.

Run: /usr/bin/python3 inception.py WEIGHTS IMAGES      (Debian's python3-torchvision)

Writes the weights as torch.save does, says which PyTorch it is, and then answers lines of its standard input. IMAGES
is a file of bytes, 3 x 299 x 299 for each image, which go through as one batch.
  features             the batch's features in Base64
  race THREADS TIMES   "<seconds> <processor seconds>" for so many batches
Ends with 77 where torchvision is missing.
"""
import base64, os, sys, time
try:
    import numpy as np, torch, torchvision
except ImportError:
    sys.exit(77)

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../MLNet.Gan.Tests/Inception"))
import vectors


def say(text):
    print(text, flush=True)


@torch.no_grad()
def main(weights, images):
    pixels = torch.from_numpy(np.fromfile(images, np.uint8).reshape(-1, 3, vectors.SIDE, vectors.SIDE))
    net = vectors.network().float()
    torch.save(net.state_dict(), weights)
    net.fc = torch.nn.Identity()
    one_dnn = "with" if torch.backends.mkldnn.is_available() else "without"
    say(f"PyTorch {torch.__version__} {one_dnn} oneDNN, torchvision {torchvision.__version__}")

    def features():
        return net((pixels.float() - 128) / 128)

    for line in sys.stdin:
        command, *numbers = line.split()
        if command == "features":
            say(base64.b64encode(features().numpy().astype("<f4").tobytes()).decode())
        else:
            threads, times = map(int, numbers)
            torch.set_num_threads(threads)
            wall, cpu = time.perf_counter(), time.process_time()
            for _ in range(times):
                features()
            say(f"{time.perf_counter() - wall} {time.process_time() - cpu}")


if __name__ == "__main__":
    main(*sys.argv[1:])
