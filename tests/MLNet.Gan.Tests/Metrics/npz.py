"""Statistics files as NumPy writes them: npz.json, with the bytes of each in base64.

Run with Debian's python3 (NumPy 1.24): /usr/bin/python3 npz.py
"""
import base64
import io
import json
import os

import numpy as np

MU = np.array([1.5, -2.0, 1e-3])
SIGMA = np.array([[2.0, 0.5, -0.25], [0.5, 1.0, 0.125], [-0.25, 0.125, 4.0]])


def saved(packed=False, **arrays):
    file = io.BytesIO()
    (np.savez_compressed if packed else np.savez)(file, **arrays)
    return base64.b64encode(file.getvalue()).decode()


def versioned(version):
    """As savez, with .npy headers of another version."""
    import zipfile
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, array in (("mu", MU), ("sigma", SIGMA)):
            entry = io.BytesIO()
            np.lib.format.write_array(entry, array, version)
            archive.writestr(name + ".npy", entry.getvalue())
    return base64.b64encode(file.getvalue()).decode()


bad = SIGMA.copy()
bad[1, 1] = np.nan
files = {
    "float64": saved(mu=MU, sigma=SIGMA),
    "packed": saved(True, mu=MU, sigma=SIGMA),
    "fortran": saved(mu=MU, sigma=np.asfortranarray(SIGMA)),
    "big endian": saved(mu=MU.astype(">f8"), sigma=SIGMA.astype(">f8")),
    "float32": saved(mu=MU.astype("f4"), sigma=SIGMA.astype("f4")),
    "version 2": versioned((2, 0)),
    "version 3": versioned((3, 0)),
    "no sigma": saved(mu=MU),
    "objects": saved(mu=MU.astype(object), sigma=SIGMA),
    "structured": saved(mu=np.zeros(3, [("a", "f8")]), sigma=SIGMA),
    "complex": saved(mu=MU, sigma=SIGMA.astype(complex)),
    "another size": saved(mu=MU[:2], sigma=SIGMA),
    "not square": saved(mu=MU, sigma=SIGMA[:2]),
    "not finite": saved(mu=MU, sigma=bad),
    "negative variance": saved(mu=MU, sigma=-SIGMA),
    "not symmetric": saved(mu=MU, sigma=np.triu(SIGMA)),
    "empty": saved(mu=MU[:0], sigma=SIGMA[:0, :0]),
    "count of two": saved(mu=MU, sigma=SIGMA, count=np.array([5, 6])),
    "bad protocol": saved(mu=MU, sigma=SIGMA, count=np.int64(9), protocol=np.frombuffer(b"{}", np.uint8)),
    "zeros": saved(True, mu=np.zeros(600), sigma=np.zeros((600, 600))),
}
with open(os.path.join(os.path.dirname(__file__), "npz.json"), "w") as out:
    json.dump(files, out, indent=0)
    out.write("\n")
