using System.Text.Json;
using Deque.AxeCore.Commons;
using PuppeteerSharp;

namespace Vm.Cli.Tests.Site;

/// <summary>A headless Chromium, and what it minds in a page.</summary>
static class Browser
{
    public const string Missing = "no Chromium is installed; install chromium, or name it in VM_CHROMIUM";

    static readonly string[] names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The program, or null.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("VM_CHROMIUM") is { Length: > 0 } given ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public static Task<IBrowser> Start() => Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Executable,
        Headless = true,

        // The pages are our own, and a container lets root have no sandbox.
        Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    });

    /// <summary>Opens a page.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="file">The page's file.</param>
    /// <param name="width">Of the window, in its pixels.</param>
    /// <param name="isDark">What the reader prefers.</param>
    /// <param name="complaints">Gets what goes to the console as an error, what is thrown, and what cannot be loaded.</param>
    public static async Task<IPage> Open(this IBrowser browser, string file, int width = 1280, bool isDark = false, List<string>? complaints = null)
    {
        var page = await browser.NewPageAsync();
        page.Console += (_, e) =>
        {
            if (e.Message.Type == ConsoleType.Error) complaints?.Add(e.Message.Text);
        };
        page.PageError += (_, e) => complaints?.Add(e.Message);
        page.RequestFailed += (_, e) => complaints?.Add($"{e.Request.Url} cannot be loaded");
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        await page.GoToAsync(new Uri(file).AbsoluteUri, WaitUntilNavigation.Load);
        return page;
    }

    /// <summary>What axe finds wrong, as rule and element. It does not fetch the style sheets, which the browser forbids to pages that are files.</summary>
    public static async Task<IReadOnlyList<string>> Axe(this IPage page)
    {
        await page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
        var found = await page.EvaluateExpressionAsync<string>(
            "axe.run({ preload: false }).then(found => JSON.stringify(found.violations.map(rule => `${rule.id}: ${rule.nodes[0].html}`)))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }
}
