// Calls any operator of ATen by its schema's name through the dispatcher.
#include "shim.h"

#include <ATen/core/Generator.h>
#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>

#include <vector>

namespace {

using shim::Argument;
using shim::Tag;

struct Operator {
    c10::OperatorHandle handle;
    const c10::FunctionSchema* schema;
};

c10::List<int64_t> integers(const Argument& argument) {
    auto values = static_cast<const int64_t*>(argument.pointer);
    c10::List<int64_t> list;
    list.reserve(argument.count);
    for (int32_t i = 0; i < argument.count; i++) list.push_back(values[i]);
    return list;
}

c10::List<double> reals(const Argument& argument) {
    auto values = static_cast<const double*>(argument.pointer);
    c10::List<double> list;
    list.reserve(argument.count);
    for (int32_t i = 0; i < argument.count; i++) list.push_back(values[i]);
    return list;
}

c10::List<at::Tensor> tensors(const Argument& argument) {
    auto handles = static_cast<const void* const*>(argument.pointer);
    c10::List<at::Tensor> list;
    list.reserve(argument.count);
    for (int32_t i = 0; i < argument.count; i++) list.push_back(shim::as_tensor(handles[i]));
    return list;
}

// The dispatcher wants List<optional<Tensor>>; an element that is None says so by its type alone.
c10::IValue optional_tensors(const Argument& argument, const c10::TypePtr& type) {
    auto handles = static_cast<const void* const*>(argument.pointer);
    c10::impl::GenericList list(type->containedType(0));
    list.reserve(argument.count);
    for (int32_t i = 0; i < argument.count; i++) {
        list.push_back(handles[i] ? c10::IValue(shim::as_tensor(handles[i])) : c10::IValue());
    }
    return list;
}

c10::IValue default_of(const c10::Argument& parameter) {
    return parameter.default_value() ? *parameter.default_value() : c10::IValue();
}

c10::IValue to_ivalue(const Argument& argument, const c10::Argument& parameter) {
    switch (argument.tag) {
        case Tag::Default: return default_of(parameter);
        case Tag::None: return c10::IValue();
        case Tag::Tensor: return argument.pointer ? c10::IValue(shim::as_tensor(argument.pointer)) : c10::IValue();
        case Tag::Int: return argument.integer;
        case Tag::Double: return argument.real;
        case Tag::Bool: return argument.integer != 0;
        case Tag::Ints: return integers(argument);
        case Tag::Doubles: return reals(argument);
        case Tag::Tensors: return tensors(argument);
        case Tag::OptionalTensors: return optional_tensors(argument, parameter.type());
        case Tag::String: return std::string(static_cast<const char*>(argument.pointer), argument.count);
        case Tag::Device:
            return c10::Device(static_cast<c10::DeviceType>(argument.integer),
                               static_cast<c10::DeviceIndex>(argument.count));
        case Tag::Generator: return *static_cast<const at::Generator*>(argument.pointer);
    }
    TORCH_CHECK(false, "The tag ", static_cast<int>(argument.tag), " of an argument is unknown.");
}

struct Results {
    Argument* slots;
    int32_t capacity;
    int32_t count = 0;

    Argument& next() {
        TORCH_CHECK(count < capacity, "An operator gave more than the expected ", capacity, " results.");
        return slots[count++];
    }

    void add(at::Tensor&& tensor) {
        auto& slot = next();
        slot.tag = Tag::Tensor;
        slot.pointer = shim::to_handle(std::move(tensor));
    }

    void add(c10::IValue&& value) {
        if (value.isTensor()) {
            add(std::move(value).toTensor());
        } else if (value.isTensorList()) {
            for (auto& tensor : std::move(value).toTensorVector()) add(std::move(tensor));
        } else if (value.isBool()) {
            auto& slot = next();
            slot.tag = Tag::Bool;
            slot.integer = value.toBool();
        } else if (value.isInt()) {
            auto& slot = next();
            slot.tag = Tag::Int;
            slot.integer = value.toInt();
        } else if (value.isDouble()) {
            auto& slot = next();
            slot.tag = Tag::Double;
            slot.real = value.toDouble();
        } else {
            TORCH_CHECK(value.isNone(), "A result of type ", value.tagKind(), " cannot be handed over.");
        }
    }
};

}  // namespace

// Finds an operator once and for all; what it gives stays valid until the process ends.
SHIM_API void* shim_operator(const char* name, const char* overload) {
    return shim::guarded<void*>(nullptr, [&]() -> void* {
        auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        return new Operator{handle, &handle.schema()};
    });
}

// Calls an operator; parameters past `count` take their defaults. Gives the number of results, or -1.
// With `capacity` 0 the results are dropped: what an in-place operator gives, the caller has already.
SHIM_API int32_t shim_call(const void* op, const Argument* arguments, int32_t count, Argument* results, int32_t capacity) {
    static thread_local torch::jit::Stack stack;
    auto written = shim::guarded<int32_t>(-1, [&] {
        auto& target = *static_cast<const Operator*>(op);
        auto& parameters = target.schema->arguments();
        auto total = static_cast<int32_t>(parameters.size());
        TORCH_CHECK(count <= total, target.schema->name(), " takes ", total, " arguments, not ", count, ".");
        for (int32_t i = 0; i < total; i++) {
            stack.push_back(i < count ? to_ivalue(arguments[i], parameters[i]) : default_of(parameters[i]));
        }
        target.handle.callBoxed(&stack);
        Results out{results, capacity};
        if (capacity > 0) {
            for (auto& value : stack) out.add(std::move(value));
        }
        return out.count;
    });
    stack.clear();
    return written;
}
