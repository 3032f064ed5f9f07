using System.Text.RegularExpressions;

namespace Vm.Documentation.Tests.Original;

/// <summary>
/// Finds what a C file of the original declares. Enough of C for those files: declarations at the outermost level, in either
/// style of function heads.
/// </summary>
static partial class CNames
{
    public static IEnumerable<OriginalName> Of(string file, string text)
    {
        text = Comment().Replace(text, " ");
        foreach (Match macro in Macro().Matches(text))
        {
            if (!macro.Groups[1].Value.StartsWith("_VM", StringComparison.Ordinal))
                yield return new(file, "macro", macro.Groups[1].Value);
        }

        text = Directive().Replace(text, " ");
        foreach (Match guard in GlobalLock().Matches(text)) yield return new(file, "global", guard.Groups[1].Value);

        text = Annotation().Replace(LockDeclaration().Replace(text, " "), " ");
        foreach (var declaration in TopLevel(text)) yield return declaration with { File = file };
    }

    static IEnumerable<OriginalName> TopLevel(string text)
    {
        var (head, last, depth) = ("", "", 0);
        foreach (var sign in text)
        {
            if (sign == '}' && --depth == 0 && !head.StartsWith("typedef", StringComparison.Ordinal)) head = "";
            if (depth > 0 || sign is '}')
            {
                if (sign == '{') depth++;
                continue;
            }

            if (sign == '{')
            {
                depth++;
                head = head.Trim();

                // Old style: the declarations of the parameters end with a semicolon.
                if (FunctionName(head.Length > 0 ? head : last) is { } function) yield return new("", "function", function);
                else if (StructHead().Match(head) is { Success: true } type) yield return new("", "type", type.Groups[1].Value);
            }
            else if (sign == ';')
            {
                last = head.Trim();
                head = "";
                if (Variable(last) is { } variable)
                    yield return new("", last.StartsWith("typedef", StringComparison.Ordinal) ? "type" : "global", variable);
            }
            else
            {
                head += sign;
            }
        }
    }

    static string? FunctionName(string head) =>
        FunctionHead().Match(head) is { Success: true } match ? match.Groups[1].Value : null;

    static string? Variable(string declaration) =>
        declaration.Length == 0 || declaration.Contains('(') && !declaration.Contains('=') || declaration.StartsWith("extern", StringComparison.Ordinal)
            ? null
            : VariableName().Match(declaration) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*#[ \t]*define[ \t]+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Macro();

    [GeneratedRegex(@"^[ \t]*#(?:.*\\\n)*.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^decl_simple_lock_data\(\s*,\s*(\w+)\)", RegexOptions.Multiline)]
    private static partial Regex GlobalLock();

    [GeneratedRegex(@"decl_simple_lock_data\([^)]*\)\s*;?")]
    private static partial Regex LockDeclaration();

    [GeneratedRegex(@"\b__\w+(?:\(\w+\))?")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^[^()=]*?(\w+)\s*\([^=]*\)[^=]*$", RegexOptions.Singleline)]
    private static partial Regex FunctionHead();

    [GeneratedRegex(@"^(?:static\s+)?struct\s+(\w+)$")]
    private static partial Regex StructHead();

    [GeneratedRegex(@"(\w+)\s*(?:\[\w+\])?\s*(?:=.*)?$", RegexOptions.Singleline)]
    private static partial Regex VariableName();
}
