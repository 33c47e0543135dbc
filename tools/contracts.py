"""A contract of our own for import-linter: rules are plain arithmetic."""

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class StandardLibraryOnlyContract(Contract):
    """Modules of a given name import the standard library and each other, and nothing else.

    Its option `module_name` is the last part of their names; a folder of that name counts whole.
    """

    type_name = "standard_library_only"
    module_name = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Compare every import of the bound modules with what they may import."""
        broken = sorted(
            (module, imported)
            for module in graph.modules
            if self._is_bound(module)
            for imported in graph.find_modules_directly_imported_by(module)
            if imported.split(".")[0] not in sys.stdlib_module_names
            and not self._is_bound(imported)
        )
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name every import that breaks the contract."""
        for module, imported in check.metadata["broken"]:
            output.print_error(f"{module} imports {imported}: rules take plain values.")

    def _is_bound(self, module: str) -> bool:
        return str(self.module_name) in module.split(".")[1:]
