using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;

namespace Vm.Generators.Packing;

/// <summary>Makes the rows of tables: the words and accessors of packed structs, and the reports' view of all.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RowGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var packed = context.SyntaxProvider.ForAttributeWithMetadataName(
                VocabularyNames.Packed,
                static (node, _) => node is StructDeclarationSyntax,
                static (c, _) => PackedReader.Read((INamedTypeSymbol)c.TargetSymbol))
            .WithTrackingName(StepNames.Packed);
        context.RegisterSourceOutput(packed, static (c, model) =>
            c.AddSource($"{model.Place.Hint}.Packed.g.cs", PackedWriter.Write(model)));

        var rows = context.SyntaxProvider.ForAttributeWithMetadataName(
                VocabularyNames.Row,
                static (node, _) => node is StructDeclarationSyntax,
                static (c, _) => RowModel.Of((INamedTypeSymbol)c.TargetSymbol))
            .WithTrackingName(StepNames.Rows);
        context.RegisterSourceOutput(rows, static (c, model) =>
            c.AddSource($"{model.Place.Hint}.Row.g.cs", RowWriter.Write(model)));
    }
}
