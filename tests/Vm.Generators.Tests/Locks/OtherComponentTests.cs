using Microsoft.CodeAnalysis;
using Vm.Generators.Tests.Harness;
using Vm.Vocabulary;

namespace Vm.Generators.Tests.Locks;

/// <summary>A project may refer to assemblies with other components, in which the same names mean something else.</summary>
public class OtherComponentTests
{
    const string Operations = """
        using Vm.Vocabulary;
        namespace Own;
        public sealed partial class Counter<TMode>(Counters state) where TMode : struct, ICheckMode
        {
            readonly Counters s = state;

            [Operation(typeof(CountContract))]
            void CountBody() => s.Number++;
        }
        """;

    [Fact]
    public void Operation_WithoutTheLock_IsJudgedByItsOwnSpecification() =>
        Assert.Equal(["VM0011"], IdsOf(own: "[GuardedBy(Order.All)]", other: "").Distinct());

    [Fact]
    public void Operation_ThatNeedsNoLock_IsNotJudgedByAnother() => Assert.Empty(IdsOf(own: "", other: "[GuardedBy(Order.All)]"));

    static IEnumerable<string> IdsOf(string own, string other)
    {
        var language = MetadataReference.CreateFromFile(typeof(StateAttribute).Assembly.Location);
        var references = ((string Name, string Guard)[])[("Other", other), ("Own", own)];
        return TestProject
            .Of("Operations", [("Operations.cs", Operations)],
                [language, .. references.Select(spec => MetadataReference.CreateFromImage(
                    TestProject.Of(spec.Name, [("Spec.cs", Specification(spec.Name, spec.Guard))], language).Compile()))])
            .Diagnose().Select(diagnostic => diagnostic.Id);
    }

    static string Specification(string name, string guard) => $$"""
        using Vm.Vocabulary;
        namespace {{name}};
        [LockOrder] public enum Order { All }
        [State]
        public sealed class Counters
        {
            [LockClass(Order.All)] public SimpleLock Lock;
            {{guard}} public int Number;
        }

        [Contract, Modifies("Number")]
        public static partial class CountContract
        {
            [Ensures("one more")] public static bool OneMore(Counters s) => s.Number == Spec.Old(s.Number) + 1;
        }
        """;
}
