namespace Vm.Cli.Tests.Site;

/// <summary>A test that needs Chromium.</summary>
sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null) Skip = Browser.Missing;
    }
}

/// <summary>A test that needs Chromium.</summary>
sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Executable is null) Skip = Browser.Missing;
    }
}
