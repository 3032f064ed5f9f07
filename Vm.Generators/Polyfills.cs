// What newer frameworks have and netstandard2.0 lacks, for records and collection expressions.
namespace System.Runtime.CompilerServices;

static class IsExternalInit;

[AttributeUsage(AttributeTargets.Struct)]
sealed class CollectionBuilderAttribute(Type builderType, string methodName) : Attribute
{
    public Type BuilderType { get; } = builderType;

    public string MethodName { get; } = methodName;
}
