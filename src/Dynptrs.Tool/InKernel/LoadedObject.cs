using System;
using System.Linq;
using Dynptrs.Build.Emitting;
using Dynptrs.Kernel;

namespace Dynptrs.Tool.InKernel;

/// <summary>Programs that are loaded together, and attached.</summary>
internal sealed class LoadedObject : IDisposable
{
    private readonly KernelObject _object;

    private LoadedObject(KernelObject @object) => _object = @object;

    /// <summary>Loads them.</summary>
    /// <param name="content">The object.</param>
    /// <exception cref="BpfVerifierException">The verifier refuses one.</exception>
    /// <exception cref="BpfLoadException">They are not loaded for another reason.</exception>
    public static LoadedObject Load(byte[] content)
    {
        RunningKernel.Require();
        return new LoadedObject(KernelObject.Load(content, new KernelLoadOptions { LoadsAll = true }));
    }

    /// <summary>Attaches a program, until this is disposed of or it is detached.</summary>
    /// <exception cref="ToolException">It is not known where.</exception>
    /// <exception cref="BpfLoadException">It cannot be attached.</exception>
    public IDisposable Attach(ProgramDeclaration program, AttachPlace place) => place.Attach(_object.Program(program.Name), program);

    /// <summary>The ring buffer of a field, or <see langword="null"/> where no program uses it.</summary>
    /// <param name="container">The name of the class of the field.</param>
    /// <param name="name">The name of the field, by which it is known unless another class has one of that name.</param>
    public KernelRingBuf? OpenRing(string container, string name) =>
        (_object.Maps.FirstOrDefault(map => map.Name == $"{container}_{name}") ?? _object.Maps.FirstOrDefault(map => map.Name == name))
        ?.OpenRingBuf();

    /// <inheritdoc/>
    public void Dispose() => _object.Dispose();
}
