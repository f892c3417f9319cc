namespace TorchSharp.Utils;

/// <summary>Gives a module's field another name among its components.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
