using System.Text.RegularExpressions;
using PuppeteerSharp;

namespace Vm.Cli.Tests.Site;

/// <summary>
/// The report is whole and needs nothing from elsewhere; in a browser it works, with the keyboard too, and anybody can read it. In the collection of
/// the whole proof, which is then made once.
/// </summary>
[Collection(WholeProof.Name)]
public sealed partial class ReportTests(ReportSite site) : IClassFixture<ReportSite>
{
    public static TheoryData<string> Pages =>
        ["index.html", "proof.html", "life.html", "locks.html", "counterexamples.html", "findings.html", "traces.html", "trust.html", "operations/Wire.html"];

    [Fact]
    public void Report_OfTheModule_IsWrittenAndWell()
    {
        Assert.Equal(0, site.Result.ExitCode);
        Assert.Matches(@"^written: .*index\.html, \d+ pages; \d+ proved, 0 refuted, 0 unknown$", site.Result.LastLine);
    }

    /// <summary>Whatever a page refers to is another page of the report, or a place in one.</summary>
    [Fact]
    public void Report_Links_LeadToWhatIsThere()
    {
        var pages = Directory.GetFiles(site.Folder, "*.html", SearchOption.AllDirectories);
        Assert.True(pages.Length > 50, $"{pages.Length} pages");
        foreach (var page in pages)
        {
            foreach (Match link in Reference().Matches(File.ReadAllText(page)))
            {
                var target = link.Groups["target"].Value.Split('#');
                if (target[0] == "data:,") continue;

                var file = target[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, target[0]));
                Assert.True(File.Exists(file), $"{page}: {link.Value}");
                if (target.Length > 1) Assert.Contains($"id=\"{target[1]}\"", File.ReadAllText(file), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Report_OfAnOperation_ShowsContractBodyAndWhatIsOwedAtEachLine()
    {
        var page = File.ReadAllText(site["operations/Wire.html"]);

        Assert.Contains("public static partial class WireContract", page, StringComparison.Ordinal);
        Assert.Contains("page.WireCount++;", page, StringComparison.Ordinal);
        Assert.Matches(@"(?s)QueuesRemove\(mem\);.*?<summary>line \d+: <span class=""mark proved"">", page);
        Assert.Contains("<code>QueuesRemove.MustHold(PageQueues)</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Counterexamples_AreTablesBeforeAndAfter()
    {
        var page = File.ReadAllText(site["counterexamples.html"]);

        Assert.Equal(8, Regex.Count(page, "<section class=\"counterexample\">"));
        Assert.Contains("<del>32767</del> <ins>0</ins>", page, StringComparison.Ordinal);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_InLight_HasNoErrorsAndIsForEverybody(string file) => await IsWell(file, 1280, isDark: false);

    [BrowserTheory]
    [InlineData("index.html")]
    [InlineData("life.html")]
    [InlineData("locks.html")]
    [InlineData("counterexamples.html")]
    [InlineData("operations/Wire.html")]
    public async Task Page_InDark_IsForEverybody(string file) => await IsWell(file, 1280, isDark: true);

    /// <summary>As wide as a telephone: what is wider scrolls by itself, the page does not.</summary>
    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnATelephone_IsNotWiderThanTheScreen(string file)
    {
        await using var page = await site.Browser.Open(site[file], width: 390);

        Assert.InRange(await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"), 1, 390);
    }

    [BrowserFact]
    public async Task Filter_OfTheProof_ShowsWhatWasAskedFor()
    {
        await using var page = await site.Browser.Open(site["proof.html"]);
        var all = await Shown(page);

        await page.TypeAsync("input[name=words]", "Insert wirecount");
        var some = await Shown(page);
        await page.SelectAsync("select[name=kind]", "invariant");
        var fewer = await Shown(page);
        await page.ClickAsync("button[type=reset]");
        await page.WaitForFunctionAsync($"() => document.querySelector('[data-shown]').textContent == {all.Count}");

        Assert.True(all.Count > 1_000);
        Assert.InRange(some.Count, 2, 40);
        Assert.All(some, row => Assert.True(row.Contains("insert", StringComparison.OrdinalIgnoreCase) && row.Contains("WireCount", StringComparison.Ordinal), row));
        Assert.InRange(fewer.Count, 1, some.Count - 1);
        Assert.Equal($"{all.Count}", await page.EvaluateExpressionAsync<string>("document.querySelector('[data-shown]').textContent"));
    }

    [BrowserFact]
    public async Task Keyboard_SkipsToTheContentAndShowsTheStepsOfAStage()
    {
        await using var page = await site.Browser.Open(site["life.html"]);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateExpressionAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateExpressionAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        var stage = await page.EvaluateExpressionAsync<string>("document.activeElement.dataset.stage");
        Assert.NotNull(stage);
        Assert.True(await page.EvaluateExpressionAsync<int>($"document.querySelectorAll('.step.chosen[data-from={stage}]').length") > 0);
    }

    /// <summary>The must-fail twin: what is wrong with a page is noticed.</summary>
    [BrowserFact]
    public async Task Page_WithErrors_IsNotWell()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bad.html");
        File.WriteAllText(file, "<img src=\"none.png\"><p style=\"color: #eee; background: #fff\">pale</p><script>console.error('oh'); missing();</script>");
        var complaints = new List<string>();
        await using var page = await site.Browser.Open(file, complaints: complaints);
        var found = await page.Axe();

        Assert.Contains("oh", complaints);
        Assert.Contains(complaints, complaint => complaint.Contains("missing is not defined", StringComparison.Ordinal));
        Assert.Contains(complaints, complaint => complaint.Contains("none.png", StringComparison.Ordinal));
        Assert.All(new[] { "image-alt", "color-contrast", "html-has-lang" }, rule =>
            Assert.Contains(found, violation => violation.StartsWith(rule, StringComparison.Ordinal)));
    }

    async Task IsWell(string file, int width, bool isDark)
    {
        var complaints = new List<string>();
        await using var page = await site.Browser.Open(site[file], width, isDark, complaints);

        Assert.Empty(await page.Axe());
        Assert.Empty(complaints);
    }

    static async Task<IReadOnlyList<string>> Shown(IPage page) =>
        await page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('#proof tbody tr')].filter(row => !row.hidden).map(row => row.textContent)");

    [GeneratedRegex("(?:href|src)=\"(?<target>[^\"]*)\"")]
    private static partial Regex Reference();
}
