using PuppeteerSharp;

namespace Vm.Cli.Tests.Site;

/// <summary>The report, written once for all tests, and the browser that looks at it.</summary>
public sealed class ReportSite : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    IBrowser? browser;

    /// <summary>Exit code, output and errors of writing it.</summary>
    internal CliResult Result { get; private set; } = null!;

    public string Folder => folder.Path;

    public IBrowser Browser => browser!;

    public string this[string file] => Path.Combine(Folder, file);

    public async Task InitializeAsync()
    {
        Result = Cli.Run("report", Folder);
        if (Site.Browser.Executable is not null) browser = await Site.Browser.Start();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        folder.Dispose();
    }
}
