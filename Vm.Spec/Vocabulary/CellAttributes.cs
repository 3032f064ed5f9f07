namespace Vm.Vocabulary;

/// <summary>
/// Marks an instance method that takes an address and gives the number stored there. To the proof the object's memory is a function from
/// addresses to numbers of that size; it proves that every address used is a multiple of the size, so cells do not overlap.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LoadsCellAttribute : Attribute;

/// <summary>Marks an instance method that takes an address and a number, and stores the number there. See <see cref="LoadsCellAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoresCellAttribute : Attribute;

/// <summary>Marks an instance method that takes the number of a block and stores zeros in all of it. See <see cref="LoadsCellAttribute"/>.</summary>
/// <param name="shift">The address of a block is its number, shifted left by so much.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClearsCellsAttribute(int shift) : Attribute
{
    /// <summary>The address of a block is its number, shifted left by so much.</summary>
    public int Shift { get; } = shift;
}
