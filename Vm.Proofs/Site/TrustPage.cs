using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>What the proof takes on trust.</summary>
static class TrustPage
{
    public static SitePage Of(IReadOnlyList<TrustedItem> trusted) => new("trust.html", "Assumptions", Html.Of($"""
        <p>The proof rests on these {trusted.Count}, which it does not prove. Together they are {Words.Count(trusted.Sum(item => item.Statements), "statement")} that no proof looks into.</p>
        {Pieces.Table("Taken on trust", ["what", "why", "where", "statements", "used by"], trusted.Select(item => Pieces.Row(
            Pieces.Text(item.Name), Pieces.Text(item.Reason),
            item.Place == SourcePlace.None ? Pieces.Text("-") : Pieces.Code(item.Place),
            Pieces.Text(item.Statements == 0 ? "-" : item.Statements), Pieces.Text(Pieces.Listed(item.UsedBy)))))}
        """));
}
