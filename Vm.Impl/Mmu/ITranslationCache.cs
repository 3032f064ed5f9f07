using Vm.Paging;

namespace Vm.Mmu;

/// <summary>What the system must tell a translation cache when it changes tables (Intel SDM volume 3A, section 4.10.4).</summary>
public interface ITranslationCache
{
    /// <summary>Forgets every translation of the address's page (<c>invlpg</c>).</summary>
    void Invalidate(VirtualAddress va);

    /// <summary>Forgets everything (a change of CR4.PGE).</summary>
    void Flush();

    /// <summary>Forgets all translations that are not global (a load of CR3).</summary>
    void FlushLocal();
}
