// What is no operator: memory, gradients, grad mode, random numbers, threads, devices.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <mutex>
#include <vector>

namespace {

thread_local std::string last_error;

struct TensorInfo {
    const int64_t* sizes;
    const int64_t* strides;
    int64_t numel;
    int32_t dimensions;
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
};
static_assert(sizeof(TensorInfo) == 40, "C# relies on the size");

std::vector<at::Tensor> list_of(const void* const* handles, int32_t count) {
    std::vector<at::Tensor> list;
    list.reserve(count);
    for (int32_t i = 0; i < count; i++) {
        list.push_back(handles[i] ? shim::as_tensor(handles[i]) : at::Tensor());
    }
    return list;
}

at::Generator& as_generator(void* handle) { return *static_cast<at::Generator*>(handle); }

}  // namespace

void shim::set_last_error(std::string message) { last_error = std::move(message); }

SHIM_API const char* shim_last_error() { return last_error.c_str(); }

// Tensors

SHIM_API void shim_free(void* tensor) {
    shim::guarded(0, [&] { delete static_cast<at::Tensor*>(tensor); return 0; });
}

SHIM_API int32_t shim_info(const void* tensor, TensorInfo* info) {
    return shim::guarded(-1, [&] {
        auto& source = shim::as_tensor(tensor);
        auto sizes = source.sizes();
        auto device = source.device();
        *info = {sizes.data(), source.strides().data(), source.numel(), static_cast<int32_t>(sizes.size()),
                 static_cast<int32_t>(source.scalar_type()), static_cast<int32_t>(device.type()), device.index()};
        return 0;
    });
}

SHIM_API void* shim_data(const void* tensor) {
    return shim::guarded<void*>(nullptr, [&] { return shim::as_tensor(tensor).data_ptr(); });
}

SHIM_API int32_t shim_is_contiguous(const void* tensor) {
    return shim::guarded(-1, [&]() -> int { return shim::as_tensor(tensor).is_contiguous(); });
}

// Gradients

SHIM_API int32_t shim_is_leaf(const void* tensor) {
    return shim::guarded(-1, [&]() -> int { return shim::as_tensor(tensor).is_leaf(); });
}

SHIM_API int32_t shim_requires_grad(const void* tensor) {
    return shim::guarded(-1, [&]() -> int { return shim::as_tensor(tensor).requires_grad(); });
}

SHIM_API int32_t shim_set_requires_grad(const void* tensor, int32_t value) {
    return shim::guarded(-1, [&] { shim::as_tensor(tensor).set_requires_grad(value != 0); return 0; });
}

SHIM_API int32_t shim_grad(const void* tensor, void** gradient) {
    return shim::guarded(-1, [&] { *gradient = shim::to_handle(shim::as_tensor(tensor).grad()); return 0; });
}

SHIM_API int32_t shim_set_grad(const void* tensor, const void* gradient) {
    return shim::guarded(-1, [&] {
        shim::as_tensor(tensor).mutable_grad() = gradient ? shim::as_tensor(gradient) : at::Tensor();
        return 0;
    });
}

SHIM_API int32_t shim_backward(const void* const* outputs, int32_t output_count, const void* const* gradients,
                               int32_t gradient_count, const void* const* inputs, int32_t input_count,
                               int32_t retain_graph, int32_t create_graph) {
    return shim::guarded(-1, [&] {
        torch::autograd::backward(list_of(outputs, output_count), list_of(gradients, gradient_count),
                                  retain_graph != 0, create_graph != 0, list_of(inputs, input_count));
        return 0;
    });
}

SHIM_API int32_t shim_autograd_grad(const void* const* outputs, int32_t output_count, const void* const* gradients,
                                    int32_t gradient_count, const void* const* inputs, int32_t input_count,
                                    int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
    return shim::guarded(-1, [&] {
        auto found = torch::autograd::grad(list_of(outputs, output_count), list_of(inputs, input_count),
                                           list_of(gradients, gradient_count), retain_graph != 0, create_graph != 0,
                                           allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++) results[i] = shim::to_handle(std::move(found[i]));
        return 0;
    });
}

SHIM_API int32_t shim_grad_mode() { return c10::GradMode::is_enabled(); }

SHIM_API void shim_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

// Random numbers

SHIM_API void* shim_generator(uint64_t seed) {
    return shim::guarded<void*>(nullptr, [&] { return new at::Generator(at::detail::createCPUGenerator(seed)); });
}

SHIM_API void* shim_default_generator() {
    return shim::guarded<void*>(nullptr, [&] { return new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

SHIM_API void shim_free_generator(void* generator) { delete static_cast<at::Generator*>(generator); }

SHIM_API int32_t shim_generator_set_seed(void* generator, uint64_t seed) {
    return shim::guarded(-1, [&] {
        std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
        as_generator(generator).set_current_seed(seed);
        return 0;
    });
}

SHIM_API void* shim_generator_state(void* generator) {
    return shim::guarded<void*>(nullptr, [&] {
        std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
        return shim::to_handle(as_generator(generator).get_state());
    });
}

SHIM_API int32_t shim_generator_set_state(void* generator, const void* state) {
    return shim::guarded(-1, [&] {
        std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
        as_generator(generator).set_state(shim::as_tensor(state));
        return 0;
    });
}

// Seeds the default generators of all devices.
SHIM_API int32_t shim_manual_seed(uint64_t seed) {
    return shim::guarded(-1, [&] { at::manual_seed(seed); return 0; });
}

// Threads and devices

SHIM_API int32_t shim_num_threads() { return shim::guarded(-1, [] { return at::get_num_threads(); }); }

SHIM_API int32_t shim_set_num_threads(int32_t count) {
    return shim::guarded(-1, [&] { at::set_num_threads(count); return 0; });
}

SHIM_API int32_t shim_cuda_device_count() {
    return shim::guarded(-1, []() -> int {
        return static_cast<int>(at::getNumGPUs());
    });
}
