namespace Vm.Proofs.Site;

/// <summary>A page of the report.</summary>
/// <param name="File">Its name below the report's folder; pages of one folder level only.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What is below the heading.</param>
/// <param name="InMenu">Whether every page links to it.</param>
sealed record SitePage(string File, string Title, Html Body, bool InMenu = true)
{
    /// <summary>Pictures that the page shows, by their names below the report's folder.</summary>
    public IReadOnlyDictionary<string, string> Pictures { get; init; } = new Dictionary<string, string>();
}
