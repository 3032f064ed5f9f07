using System.Reflection;
using Vm.Proofs.Commands;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Printing;

namespace Vm.Proofs;

/// <summary>The command line of a proof project: a console project that refers to this library and to a component.</summary>
public static class ProofProject
{
    /// <summary>
    /// Proves the component, or does what the arguments ask for; <c>--help</c> lists it. Results go to the output, progress and errors beside it.
    /// </summary>
    /// <param name="args">The arguments of <c>Main</c>.</param>
    /// <param name="component">
    /// A type of each assembly that the component is made of. That of its operations is enough, for example <c>typeof(FrameTable&lt;&gt;)</c>:
    /// the assembly of the state that its constructor takes is found through it.
    /// </param>
    /// <returns>
    /// The exit code: 0 all is well, 1 an obligation was refuted, 2 the command line or the component is wrong, 3 the solver gave no answer or gave up
    /// at a limit, 4 the tool or the solver failed.
    /// </returns>
    public static int Run(string[] args, params Type[] component) =>
        Run(args, Screen.OfProcess(), new Subject
        {
            Command = Assembly.GetEntryAssembly()?.GetName().Name ?? "prove",
            Title = Assembly.GetEntryAssembly()?.GetName().Name ?? "Proof",
            Load = () => Component.Load([.. ComponentTypes.AssembliesOf(component)]),
        });

    internal static int Run(string[] args, Screen screen, Subject subject)
    {
        var root = CommandShell.Root(subject.Command, "Proves every operation of the component from its code, and lists every obligation.");
        ProveCommand.Equip(root, screen, subject);
        root.Subcommands.Add(ExplainCommand.Create(screen, subject));
        root.Subcommands.Add(StatesCommand.Create(screen, subject));
        root.Subcommands.Add(ReportCommand.Create(screen, subject));
        root.Subcommands.Add(AuditCommand.Create(screen, subject));
        root.Subcommands.Add(DoctorCommand.Create(screen, subject));
        return new CommandShell(root, screen).Run(args);
    }
}
