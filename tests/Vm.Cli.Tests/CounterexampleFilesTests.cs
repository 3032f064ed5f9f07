extern alias mutants;

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Transcripts;
using Vm.Vocabulary;

namespace Vm.Cli.Tests;

/// <summary>What is written of a counterexample can be run by others: the transcript is replayed here, the unit test compiled and run.</summary>
public sealed class CounterexampleFilesTests : IDisposable
{
    static readonly Component Mutants = Component.Load(
        typeof(Vm.Resident.ResidentState).Assembly, typeof(mutants::Vm.Resident.ResidentModule<>).Assembly);

    static readonly Lazy<ObligationResult> Refutation = new(() =>
        Prover.Refute(Mutants, new ProofOptions { Operation = "RemoveWithoutCounting" }).Single().Refutation!);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vm-counterexamples-");

    public void Dispose()
    {
        folder.Delete(recursive: true);

        // The written test was stopped with locks held; the thread has other tests to run.
        HeldLocks.ForgetAll();
    }

    [Fact]
    public void Write_OfABrokenOperation_CanBeReplayedAndCompiled()
    {
        var refutation = Refutation.Value;
        CounterexampleFiles.Write(folder.FullName, Shipped.Subject, [refutation]);

        ReplayGoesOnWhereTheBrokenOneStops(Assert.Single(folder.GetFiles("*.jsonl")).FullName);
        TestStopsAt(refutation.Counterexample!.ViolatedClause, File.ReadAllText(Assert.Single(folder.GetFiles("*.cs")).FullName));
    }

    /// <summary>That a place is used without its lock is seen by the interpreter alone: a test of it would pass.</summary>
    [Fact]
    public void Write_OfARuleThatTheComponentDoesNotCheck_SaysSo()
    {
        var refutation = Refutation.Value;
        var unnoticed = refutation with { Counterexample = refutation.Counterexample! with { StopsTheComponent = false } };

        var line = Assert.Single(CounterexampleFiles.Write(folder.FullName, Shipped.Subject, [unnoticed]));

        Assert.EndsWith(": no files: the component does not notice it while it runs", line, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    /// <summary>The shipped component comes to the same state, and does the last operation without breaking anything.</summary>
    static void ReplayGoesOnWhereTheBrokenOneStops(string transcript)
    {
        var difference = Assert.Single(TranscriptReplay.Run([transcript]).Differences);

        Assert.Equal(File.ReadAllLines(transcript).Length, difference.Line);
        Assert.Equal("vm_page_remove", difference.Operation);
        Assert.StartsWith("stops: assert in vm_page_remove: ", Assert.Single(difference.Expected), StringComparison.Ordinal);
        Assert.Equal("goes on", Assert.Single(difference.Actual));
    }

    static void TestStopsAt(string clause, string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is not ("Vm.Impl.dll" or "Vm.AsWritten.dll"))
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "Written", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));

        var test = Assert.Single(Assembly.Load(image.ToArray()).GetTypes(), type => type.IsPublic);
        var method = Assert.Single(test.GetMethods(), m => m.IsDefined(typeof(FactAttribute)));
        var failure = Assert.Throws<TargetInvocationException>(() => method.Invoke(Activator.CreateInstance(test), []));
        Assert.Equal(clause, Assert.IsType<CheckFailedException>(failure.InnerException).Clause);
    }
}
