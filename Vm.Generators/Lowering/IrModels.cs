using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>The text of one item, and where it came from.</summary>
/// <param name="Entry">What the file's table of contents says of it.</param>
/// <param name="Text">The item in the representation's syntax.</param>
/// <param name="IsShared">The analyzers of assemblies that refer to this one ask for it.</param>
/// <param name="Places">Lines of the map.</param>
sealed record LoweredItem(IrEntry Entry, string Text, EquatableArray<SourcePlace> Places, bool IsShared);

/// <summary>An item in the table of contents.</summary>
/// <param name="Rank">The place of its kind in the order of kinds.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Property">The generated property that holds its text.</param>
sealed record IrEntry(int Rank, string Name, string Property);

/// <summary>A line of the map.</summary>
/// <param name="Name">The item's name, or <c>Contract.Clause</c>.</param>
/// <param name="Ordinal">0 for the item, n for its n-th statement.</param>
/// <param name="Path">The file as the compiler knows it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">Of an assertion, its condition in C#; otherwise empty.</param>
sealed record SourcePlace(string Name, int Ordinal, string Path, int Line, int Column, string Text);

/// <summary>A line of the list of suppressions.</summary>
/// <param name="Means">A pragma or an attribute.</param>
/// <param name="Rule">What it lets pass.</param>
/// <param name="Reason">Why.</param>
/// <param name="Path">The file as the compiler knows it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
sealed record SuppressedPlace(string Means, string Rule, string Reason, string Path, int Line, int Column);
