using System.CommandLine;
using Vm.Proofs.Printing;
using Vm.Proofs.Site;

namespace Vm.Proofs.Commands;

/// <summary><c>report DIR</c>: everything that is known of the component, as pages that need nothing from elsewhere.</summary>
static class ReportCommand
{
    public static Command Create(Screen screen, Subject subject)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder for the pages; index.html is the first." };
        var noCache = new Option<bool>("--no-cache") { Description = "Believe no proof of an earlier run, and remember none." };
        var command = new Command("report", "Write the proof, the life cycle, the locks and what is trusted as pages for a browser.") { folder, noCache };
        command.SetAction(parsed => Write(
            screen, subject, parsed.GetRequiredValue(folder), new ProofOptions { CacheFolder = parsed.GetValue(noCache) ? null : CacheFolder.Path }));
        return command;
    }

    static int Write(Screen screen, Subject subject, string folder, ProofOptions options)
    {
        MustBeWritable(folder);
        var component = subject.Load();
        var proof = Proof.Run(screen, subject, options, silent: false);
        var life = screen.Watch("computing the life of a row", silent: false, progress =>
            StatesCommand.Compute(subject, options, total => progress.Total(total), progress.One));
        List<SitePage> pages =
        [
            OverviewPage.Of(proof, life),
            ProofPage.Of(proof),
            LifePage.Of(life),
            LocksPage.Of(component.Locks),
            .. subject.MorePages(screen, options),
            TrustPage.Of(proof.Trusted),
            .. OperationPages.Of(component, proof),
        ];
        StaticSite.Write(folder, subject.Title, pages);
        screen.Line($"written: {Path.Combine(folder, pages[0].File)}, {Words.Count(pages.Count, "page")}; {Words.Tally(proof)}");
        return Proof.ExitCodeOf(proof);
    }

    // Before minutes of work, not after.
    static void MustBeWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder} cannot be made: {cause.Message}");
        }
    }
}
