using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Lowering;
using Vm.Generators.Packing;
using Vm.Generators.Snapshots;
using Vm.Generators.Weaving;

namespace Vm.Documentation.Tests.Sources;

/// <summary>Specification, component and the component's tests, compiled together, so that a name means what the compiler says.</summary>
static class SourceTree
{
    static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    /// <summary>Those that the projects' settings add.</summary>
    const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Xunit;
        global using VerifyXunit;
        global using static VerifyXunit.Verifier;
        """;

    static readonly Compilation Code = Compile("Vm.Spec", "Vm.Impl", "tests/Vm.TestKit", "tests/Vm.Impl.Tests");

    /// <summary>A regular expression whose body another generator writes, which is not at work here.</summary>
    const string PartWithoutBody = "CS8795";

    /// <summary>What the compiler does not understand; names in it would count as unused.</summary>
    public static IEnumerable<string> Errors =>
        Code.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error && found.Id != PartWithoutBody).Select(found => found.ToString());

    /// <summary>The declarations of folders.</summary>
    public static IReadOnlyList<Declaration> Read(params string[] folders) =>
        [.. from folder in folders
            from tree in Code.SyntaxTrees
            where tree.FilePath.StartsWith(folder + "/", StringComparison.Ordinal)
            let model = Code.GetSemanticModel(tree)
            from member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            where member is not BaseNamespaceDeclarationSyntax
            let symbol = SymbolOf(member, model)
            where symbol is not null
            select Describe(member, symbol, model)];

    static Compilation Compile(params string[] projects)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Vm.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var sources = CSharpCompilation.Create(
            "Sources",
            projects.SelectMany(Files).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file)), Options, file))
                .Append(CSharpSyntaxTree.ParseText(GlobalUsings, Options)),
            platform,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(
            [
                new RowGenerator().AsSourceGenerator(), new SnapshotGenerator().AsSourceGenerator(),
                new OperationGenerator().AsSourceGenerator(), new IrGenerator().AsSourceGenerator(),
            ],
            parseOptions: Options).RunGeneratorsAndUpdateCompilation(sources, out var complete, out _);
        return complete;
    }

    static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    static ISymbol? SymbolOf(MemberDeclarationSyntax member, SemanticModel model) =>
        model.GetDeclaredSymbol(member is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : member) is { } symbol ? Whole(symbol) : null;

    static Declaration Describe(MemberDeclarationSyntax member, ISymbol symbol, SemanticModel model) => new(
        member.SyntaxTree.FilePath,
        symbol,
        OperationOf(symbol) is null ? symbol.Name : symbol.Name[..^BodySuffix.Length],
        CNamesOf(member),
        OperationOf(symbol) ?? ClauseOf(symbol),
        symbol.GetAttributes().Any(at => at.AttributeClass?.Name == "InvariantAttribute"),
        Guard(member),
        Used(member, model),
        member.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText).ToHashSet());

    const string BodySuffix = "Body";

    static string? OperationOf(ISymbol symbol) =>
        (symbol.GetAttributes().FirstOrDefault(at => at.AttributeClass?.Name == "OperationAttribute")?.ConstructorArguments[0].Value as ITypeSymbol)?.Name;

    static string? ClauseOf(ISymbol symbol) =>
        symbol.ContainingType is { } type && type.GetAttributes().Any(at => at.AttributeClass?.Name == "ContractAttribute") ? type.Name : null;

    static HashSet<string> CNamesOf(MemberDeclarationSyntax member) =>
        [.. member.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.DescendantNodes()).OfType<XmlElementSyntax>()
            .Where(element => element.StartTag.Name.ToString() == "c")
            .Select(element => element.Content.ToString().Replace("struct ", ""))];

    static string? Guard(MemberDeclarationSyntax member)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["GuardedBy", "GuardedByAny", "LockClass", "Constant"])
        {
            if (member.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(at => at.Name.ToString() == attribute) is { } found)
            {
                var argument = string.Join(", ", found.ArgumentList?.Arguments.Select(argument => argument.ToString()) ?? []);
                return argument.Length == 0 ? attribute : $"{attribute}({argument.Replace("ResidentLock.", "")})";
            }
        }

        return null;
    }

    static HashSet<ISymbol> Used(MemberDeclarationSyntax member, SemanticModel model)
    {
        var nodes = member.DescendantNodes().ToList();
        var names = nodes.OfType<SimpleNameSyntax>().Select(name => model.GetSymbolInfo(name).Symbol);
        var made = nodes.OfType<BaseObjectCreationExpressionSyntax>().Select(creation => model.GetTypeInfo(creation).Type as ISymbol);
        return names.Concat(made).OfType<ISymbol>().Select(Whole).ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>One symbol for all uses: without type arguments, of a partial member the definition, of an operation its body.</summary>
    static ISymbol Whole(ISymbol symbol)
    {
        var whole = symbol switch
        {
            IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
            IMethodSymbol method => method.OriginalDefinition.PartialDefinitionPart ?? method.OriginalDefinition,
            IPropertySymbol property => property.OriginalDefinition.PartialDefinitionPart ?? property.OriginalDefinition,
            _ => symbol.OriginalDefinition,
        };
        return whole is IMethodSymbol { ContainingType: { } type }
            ? type.GetMembers(whole.Name + BodySuffix).FirstOrDefault(body => OperationOf(body) is not null) ?? whole
            : whole;
    }
}
