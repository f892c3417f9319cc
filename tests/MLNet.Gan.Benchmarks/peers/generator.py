#!/usr/bin/python3
"""An exported generator in eager PyTorch, layer by layer with the file's weights, for races with ours.

Run: /usr/bin/python3 generator.py GENERATOR.onnx LATENTS      (Debian's python3-torch and python3-onnx)

Says which PyTorch it is and then answers lines of its standard input. LATENTS is a file of floats, 64 latents.
  samples               the samples of those latents in Base64
  given THREADS TIMES   "<seconds> <processor seconds>" for so many batches of the same latents
  drawn THREADS TIMES   the same with latents that are drawn for each batch
Ends with 77 where a module is missing.
"""
import base64, sys, time
try:
    import numpy as np, onnx, onnx.numpy_helper, torch
except ImportError:
    sys.exit(77)
from torch import nn

BATCH = 64


def say(text):
    print(text, flush=True)


def network(model):
    """The graph's nodes, which must be a chain, as modules."""
    tensors = {tensor.name: torch.from_numpy(onnx.numpy_helper.to_array(tensor).copy())
               for tensor in model.graph.initializer}
    return nn.Sequential(*(layer(node, tensors) for node in model.graph.node)).eval()


def layer(node, tensors):
    of = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
    weights = [tensors[name] for name in node.input[1:]]
    if node.op_type == "Gemm":
        outputs, inputs = weights[0].shape
        return filled(nn.Linear(inputs, outputs), weight=weights[0], bias=weights[1])
    if node.op_type == "Reshape":
        return nn.Unflatten(1, weights[0][1:].tolist())
    if node.op_type == "BatchNormalization":
        scale, bias, mean, variance = weights
        return filled(nn.BatchNorm2d(len(scale), eps=of["epsilon"]),
                      weight=scale, bias=bias, running_mean=mean, running_var=variance)
    if node.op_type == "ConvTranspose":
        inputs, outputs = weights[0].shape[:2]
        return filled(nn.ConvTranspose2d(inputs, outputs, of["kernel_shape"], of["strides"], of["pads"][:2]),
                      weight=weights[0], bias=weights[1])
    simple = {"Relu": lambda: nn.ReLU(), "LeakyRelu": lambda: nn.LeakyReLU(of["alpha"]), "Tanh": lambda: nn.Tanh()}
    if node.op_type in simple:
        return simple[node.op_type]()
    sys.exit(f"generator.py does not know the operation {node.op_type}: add it to layer().")


def filled(module, **tensors):
    module.load_state_dict(tensors, strict=False)
    return module


@torch.no_grad()
def main(file, latents):
    net = network(onnx.load(file))
    latents = torch.from_numpy(np.fromfile(latents, np.float32).reshape(BATCH, -1))
    one_dnn = "with" if torch.backends.mkldnn.is_available() else "without"
    say(f"PyTorch {torch.__version__} {one_dnn} oneDNN")
    for line in sys.stdin:
        command, *numbers = line.split()
        if command == "samples":
            say(base64.b64encode(net(latents).numpy().astype("<f4").tobytes()).decode())
            continue
        threads, times = map(int, numbers)
        torch.set_num_threads(threads)
        wall, cpu = time.perf_counter(), time.process_time()
        if command == "given":
            for _ in range(times):
                net(latents)
        else:
            for _ in range(times):
                net(torch.randn(latents.shape))
        say(f"{time.perf_counter() - wall} {time.process_time() - cpu}")


if __name__ == "__main__":
    main(*sys.argv[1:])
