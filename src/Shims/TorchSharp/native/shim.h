// What both halves of the shim share: the boundary's types and the guard that no exception crosses.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <exception>
#include <string>

#define SHIM_API extern "C" __attribute__((visibility("default")))

namespace shim {

enum class Tag : int32_t {
    Default, None, Tensor, Int, Double, Bool, Ints, Doubles, Tensors, OptionalTensors, String, Device, Generator
};

// One argument or result of an operator: 16 bytes, the same layout as `Argument` in C#.
struct Argument {
    Tag tag;
    int32_t count;  // the length of an array or a string; the index of a device
    union {
        int64_t integer;
        double real;
        const void* pointer;
    };
};
static_assert(sizeof(Argument) == 16, "C# relies on the size");

void set_last_error(std::string message);

// Runs `body`; an exception becomes the thread's last error and the result `failed`.
template <typename T, typename Body>
T guarded(T failed, Body&& body) noexcept {
    try {
        return body();
    } catch (const c10::Error& error) {
        set_last_error(error.what_without_backtrace());
    } catch (const std::exception& error) {
        set_last_error(error.what());
    } catch (...) {
        set_last_error("An unknown native exception was thrown.");
    }
    return failed;
}

inline const at::Tensor& as_tensor(const void* handle) { return *static_cast<const at::Tensor*>(handle); }

// An undefined tensor is a null handle.
inline void* to_handle(at::Tensor tensor) { return tensor.defined() ? new at::Tensor(std::move(tensor)) : nullptr; }

}  // namespace shim
