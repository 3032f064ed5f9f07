using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;

namespace Vm.Generators.Suppressions;

/// <summary>Finds what lets this product's rules pass: pragmas, the attributes of the framework, and those of the contract language.</summary>
static class SuppressionReader
{
    /// <summary>What a pragma without numbers lets pass.</summary>
    public const string AllRules = "all rules";

    const string CodeAnalysis = "System.Diagnostics.CodeAnalysis.";

    /// <summary>What editors write where the reason belongs.</summary>
    const string Placeholder = "<Pending>";

    static readonly Regex Number = new("^VM[0-9]{4}$", RegexOptions.IgnoreCase);

    /// <summary>All suppressions of a file, with and without a reason.</summary>
    public static IEnumerable<Suppression> In(SemanticModel model, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        return Pragmas(root).Concat(root.DescendantNodes().OfType<AttributeSyntax>().SelectMany(a => Of(a, model, cancellation)));
    }

    static IEnumerable<Suppression> Pragmas(SyntaxNode root)
    {
        if (!root.ContainsDirectives) yield break;
        foreach (var pragma in root.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>())
        {
            if (!pragma.IsActive || !pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)) continue;

            var rules = pragma.ErrorCodes.Select(code => code.ToString()).Where(code => Number.IsMatch(code)).ToList();
            if (pragma.ErrorCodes.Count == 0) rules.Add(AllRules);
            foreach (var rule in rules)
                yield return new("#pragma warning disable", rule, CommentBehind(pragma), "say why in a comment on its line", pragma.GetLocation());
        }
    }

    static string CommentBehind(PragmaWarningDirectiveTriviaSyntax pragma) =>
        Plain(pragma.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(t => t.ToString().TrimStart('/')).LastOrDefault());

    static IEnumerable<Suppression> Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(attribute, cancellation) is not IAttributeOperation { Operation: IObjectCreationOperation made }) yield break;

        var place = attribute.GetLocation();
        switch (made.Type?.ToDisplayString())
        {
            case CodeAnalysis + "SuppressMessageAttribute" or CodeAnalysis + "UnconditionalSuppressMessageAttribute":
                var rule = Argument(made, "checkId").Split(':')[0].Trim();
                if (Number.IsMatch(rule)) yield return new("[SuppressMessage]", rule, Property(made, "Justification"), "say why in its Justification", place);
                break;
            case VocabularyNames.Unlocked:
                yield return new("[Unlocked]", "places without their locks", Argument(made, "reason"), "say why in its argument", place, IsListed: true);
                break;
            case VocabularyNames.Trusted:
                yield return new("[Trusted]", "a body without a proof", Argument(made, "reason"), "say why in its argument", place, IsListed: true);
                break;
        }
    }

    static string Argument(IObjectCreationOperation made, string parameter) =>
        Plain(made.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value.ConstantValue.Value as string);

    static string Property(IObjectCreationOperation made, string name) =>
        Plain(made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(set => set.Target is IPropertyReferenceOperation target && target.Property.Name == name)?.Value.ConstantValue.Value as string);

    /// <summary>On one line; empty if it says nothing.</summary>
    static string Plain(string? text) =>
        text is null || text.Trim() == Placeholder ? "" : Regex.Replace(text, @"\s+", " ").Trim();
}
