using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vm.Documentation.Tests.Sources;

/// <summary>The declarations of a project, read from its sources.</summary>
static class SourceTree
{
    public static IReadOnlyList<Declaration> Read(params string[] projects) =>
        [.. projects.SelectMany(Files).SelectMany(Declarations)];

    static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    static IEnumerable<Declaration> Declarations(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file))).GetRoot().DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is not BaseNamespaceDeclarationSyntax)
            .Select(member => Describe(file, member));

    static Declaration Describe(string file, MemberDeclarationSyntax member)
    {
        var contract = Argument(member, "Operation") is { } type ? type.Replace("typeof(", "").TrimEnd(')') : null;
        var name = NameOf(member);
        return new(
            file,
            (member.Parent as BaseTypeDeclarationSyntax)?.Identifier.Text ?? "",
            contract is not null && name.EndsWith("Body", StringComparison.Ordinal) ? name[..^4] : name,
            member is MethodDeclarationSyntax,
            member is EnumMemberDeclarationSyntax,
            CNamesOf(member),
            contract,
            Guard(member),
            Calls(member).ToHashSet(),
            Mentions(member).ToHashSet());
    }

    static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        EnumMemberDeclarationSyntax value => value.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    };

    static HashSet<string> CNamesOf(MemberDeclarationSyntax member) =>
        [.. member.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.DescendantNodes()).OfType<XmlElementSyntax>()
            .Where(element => element.StartTag.Name.ToString() == "c")
            .Select(element => element.Content.ToString().Replace("struct ", ""))];

    static string? Guard(MemberDeclarationSyntax member)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["GuardedBy", "GuardedByAny", "LockClass", "Constant"])
        {
            if (Argument(member, attribute) is { } argument)
                return argument.Length == 0 ? attribute : $"{attribute}({argument.Replace("ResidentLock.", "")})";
        }

        return null;
    }

    static string? Argument(MemberDeclarationSyntax member, string attribute) =>
        member.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(a => a.Name.ToString() == attribute) is { } found
            ? string.Join(", ", found.ArgumentList?.Arguments.Select(argument => argument.ToString()) ?? [])
            : null;

    static IEnumerable<string> Calls(MemberDeclarationSyntax member) =>
        member.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => IsCalled(name) || name.Parent is ArgumentSyntax)
            .Select(name => name.Identifier.Text)
            .SelectMany(name => name.EndsWith("Body", StringComparison.Ordinal) ? [name, name[..^4]] : new[] { name });

    static IEnumerable<string> Mentions(MemberDeclarationSyntax member) =>
        member.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => !IsCalled(name)).Select(name => name.Identifier.Text)
            .Concat(member.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Select(access => $"{access.Expression}.{access.Name}"))
            .Concat(member.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText));

    /// <summary>A lock is released, which has the name of an operation.</summary>
    static bool IsOfALock(SyntaxNode place) =>
        place is MemberAccessExpressionSyntax { Expression: var owner } && owner.ToString().EndsWith("Lock", StringComparison.Ordinal);

    static bool IsCalled(SimpleNameSyntax name)
    {
        SyntaxNode place = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        return place.Parent is InvocationExpressionSyntax call && call.Expression == place && !IsOfALock(place);
    }
}
