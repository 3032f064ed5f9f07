using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Turns declarations into models of their text.</summary>
static class LoweredItems
{
    /// <returns>Null if the declaration cannot be lowered; the analyzer says why.</returns>
    public static LoweredItem? Of(SyntaxNode declaration, string? attribute, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ItemLowering.Lower(declaration, attribute, WovenDeclarations.AddTo(compilation)) is not { Problems.Count: 0 } lowered)
            return null;

        var text = IrPrinter.Print(lowered.Item);
        var kind = KindOf(text);
        var rank = IrItem.Kinds.ToList().IndexOf(kind);
        return new(
            new(rank, lowered.Item.Name, $"{char.ToUpperInvariant(kind[0])}{kind.Substring(1)}_{lowered.Item.Name}"),
            text,
            lowered.Places.Select(Place).ToEquatableArray(),
            IsShared(lowered.Item, declaration, compilation));
    }

    /// <summary>Bodies are their assembly's own business; of the enums, the lock order is asked for.</summary>
    static bool IsShared(IrItem item, SyntaxNode declaration, Compilation compilation) => item switch
    {
        OperationItem or InlineItem => false,
        EnumItem => compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration)?.Has(VocabularyNames.LockOrder) == true,
        _ => true,
    };

    /// <summary>The head of the item's list.</summary>
    static string KindOf(string text) => text.Substring(1, text.IndexOf(' ') - 1);

    public static SourcePlace Place(ItemPlace place)
    {
        var span = place.Location.GetLineSpan();
        return new(place.Name, place.Ordinal, span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, place.Text);
    }
}
