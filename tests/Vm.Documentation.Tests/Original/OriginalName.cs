namespace Vm.Documentation.Tests.Original;

/// <summary>A name that a file of the original declares.</summary>
/// <param name="File">The original's file, as <c>vm/vm_page.c</c>.</param>
/// <param name="Kind">function, macro, global or type.</param>
/// <param name="Name">The C name.</param>
sealed record OriginalName(string File, string Kind, string Name)
{
    public override string ToString() => $"{File}\t{Kind}\t{Name}";
}
