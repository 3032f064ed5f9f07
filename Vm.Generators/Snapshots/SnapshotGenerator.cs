using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;

namespace Vm.Generators.Snapshots;

/// <summary>Gives contracts the form in which woven operations evaluate clauses about the entry and the result.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SnapshotGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var snapshots = context.SyntaxProvider.ForAttributeWithMetadataName(
                VocabularyNames.Contract,
                static (node, _) => node is ClassDeclarationSyntax,
                SnapshotReader.Read)
            .WithTrackingName(StepNames.Snapshots);
        context.RegisterSourceOutput(snapshots, static (c, model) =>
        {
            if (model is not null) c.AddSource($"{model.Place.Hint}.Snapshot.g.cs", SnapshotWriter.Write(model));
        });
    }
}
