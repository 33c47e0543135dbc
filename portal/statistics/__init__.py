"""The figures of the measures for everybody: tables, the bars beside them, and small numbers kept back."""
