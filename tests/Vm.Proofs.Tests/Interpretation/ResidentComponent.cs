using Vm.Physical;
using Vm.Proofs.Interpretation;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Proofs.Tests.Interpretation;

/// <summary>The shipped component, read once, and its state right after a small bootstrap.</summary>
static class ResidentComponent
{
    const int Frames = 6, Objects = 2;

    public static readonly Component Component =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    public static readonly ComponentHost Host = new(Component);

    public static readonly ConcreteState Bootstrapped = Bootstrap();

    /// <summary>Two pages of the first object are resident.</summary>
    public static readonly ConcreteState WithTwoPages = AllocTwo();

    static ConcreteState AllocTwo()
    {
        var state = Bootstrapped.Clone();
        var interpreter = new Interpreter(Component.Program);
        interpreter.Run("Alloc", [1, 0], state);
        interpreter.Run("Alloc", [1, 1 << 16], state);
        return state;
    }

    static ConcreteState Bootstrap()
    {
        var module = ResidentModule<Full>.Bootstrap(
            [new BootSegment(0, Frames, 0)], new BootOptions { Objects = Objects, FictitiousPages = 2, Reserve = false });
        module.CreateObject(isInternal: true, size: 1 << 16);
        module.CreateObject(isInternal: false, size: 1 << 16);
        return Host.Read(module.State);
    }
}
