namespace Vm.Documentation.Tests.Reference;

public class ReferenceTests
{
    [Fact]
    public Task Page_OfTheContractLanguage_IsThatOfTheSources() =>
        Verifier.VerifyFile(ReferencePage.Make(), Repository.PathOf("docs", "reference", "contract-language.md"));
}
