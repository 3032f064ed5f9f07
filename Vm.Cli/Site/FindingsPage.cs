using System.Text.RegularExpressions;
using Markdig;
using Vm.Proofs.Site;

namespace Vm.Cli.Site;

/// <summary>Where the original breaks its own rules: the pages of <c>docs/findings</c>, which the command carries.</summary>
static partial class FindingsPage
{
    const string Folder = "findings/";

    static readonly MarkdownPipeline markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static SitePage Of()
    {
        var assembly = typeof(FindingsPage).Assembly;
        var findings = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (Id: Path.GetFileNameWithoutExtension(name), Text: TextOf(name)))
            .Select(finding => (finding.Id, finding.Text, Title: finding.Text.Split('\n')[0].TrimStart('#', ' ')))
            .ToList();
        return new("findings.html", "Findings", Html.Of($"""
            <p>Where the original breaks its own rules, read off the port of revision b5096e00. Each is shown by an operation in the original's order of statements.</p>
            <ul>
            {findings.Select(finding => Html.Of($"<li><a href=\"#{finding.Id}\">{finding.Title}</a></li>"))}
            </ul>
            {findings.Select(finding => Html.Of($"<article id=\"{finding.Id}\">{Rendered(finding.Id, finding.Text)}</article>"))}
            """));
    }

    /// <summary>One level down in the headings; links to files of the repository lead nowhere from here, and become their text.</summary>
    static Html Rendered(string id, string text)
    {
        var html = Markdown.ToHtml(text, markdown);
        html = Heading().Replace(html, tag => $"<{tag.Groups["end"].Value}h{int.Parse(tag.Groups["level"].Value) + 1}>");
        html = FileLink().Replace(html, "$1");
        html = html.Replace("<table>\n<thead>\n<tr>\n<th></th>\n<th></th>\n</tr>\n</thead>\n", "<table>\n", StringComparison.Ordinal);
        html = RowHead().Replace(html, "<tr>\n<th scope=\"row\">$1</th>");
        return new(html.Replace("<table>", $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The facts of {id}\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal));
    }

    static string TextOf(string resource)
    {
        using var reader = new StreamReader(typeof(FindingsPage).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<(?<end>/?)h(?<level>[1-5])>")]
    private static partial Regex Heading();

    [GeneratedRegex("<a href=\"[^\"]*\">(.*?)</a>")]
    private static partial Regex FileLink();

    [GeneratedRegex("<tr>\n<td>(.*?)</td>")]
    private static partial Regex RowHead();
}
