using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine;

/// <summary>Checks that a program may call what it calls.</summary>
/// <remarks>
/// Follows <c>check_helper_call</c> and <c>check_kfunc_call</c>: the program type first, then whether the program may sleep, then the
/// arguments. Only the first mistake of a call is reported.
/// </remarks>
internal sealed class ProgramChecks(PlaceEvaluator places, Reporter reporter, VerifierOptions options)
{
    public void Check(State state, CallInstruction call, MethodContract contract)
    {
        if (contract.Requirements is { } requirements && Judge(requirements) is { } kind)
        {
            reporter.Report(state, kind, call.Site, contract.Name, detail: requirements.Helper, helper: new HelperUse(requirements, options.Program, options.Kernel));
            return;
        }

        if (options.Program is { HasTrustedArguments: false })
            CheckTrusted(state, call, contract);
    }

    private FindingKind? Judge(HelperRequirements requirements)
    {
        if (options.Program is { Type: { } type } program)
        {
            if (!requirements.ProgramTypes.IsEmpty && !requirements.ProgramTypes.Contains(type))
                return FindingKind.HelperNotAllowed;
            if (requirements.ExceptProgramTypes.Contains(type))
                return FindingKind.HelperNotAllowed;
            if (requirements.IsSleepable && !program.IsSleepable)
                return FindingKind.NeedsSleepable;
            if (!requirements.PacketWriteProgramTypes.IsEmpty && !requirements.PacketWriteProgramTypes.Contains(type))
                return FindingKind.PacketWriteNotAllowed;
        }

        return options.Kernel is { } kernel && requirements.Since is { } since && kernel.CompareTo(since) < 0 ? FindingKind.NeedsNewerKernel : null;
    }

    private void CheckTrusted(State state, CallInstruction call, MethodContract contract)
    {
        for (var i = 0; i < contract.Parameters.Length && i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (contract.Parameters[i].IsTrusted && argument.Passing == ArgumentPassing.Value && places.Read(state, argument.Value, argument.Site) is UntrustedValue)
                reporter.Report(state, FindingKind.Untrusted, argument.Site, PlaceEvaluator.GetName(argument.Value), detail: contract.Name, helper: new HelperUse(contract.Requirements ?? new HelperRequirements(contract.Name), options.Program, options.Kernel));
        }
    }
}
