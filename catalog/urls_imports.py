"""Pages of the import."""

from django.urls import path

from catalog.views import (
    import_answers,
    import_columns,
    import_files,
    import_findings,
    import_identity,
    import_prices,
    import_progress,
    imports,
)

urlpatterns = [
    path("verkauf/import/", imports.imports, name="imports"),
    path("verkauf/import/vorlage/", import_files.import_template, name="import-template"),
    path("verkauf/import/sortiment.<str:kind>", import_files.catalogue_export, name="catalogue-export"),
    path("verkauf/import/<str:reference>/", imports.import_run, name="import"),
    path("verkauf/import/<str:reference>/fortschritt/", import_progress.import_progress, name="import-progress"),
    path("verkauf/import/<str:reference>/weiter/", import_progress.import_go_on, name="import-go-on"),
    path("verkauf/import/<str:reference>/spalten/", import_columns.import_columns, name="import-columns"),
    path("verkauf/import/<str:reference>/artikel/", import_identity.import_identity, name="import-identity"),
    path("verkauf/import/<str:reference>/blatt/", imports.import_sheet, name="import-sheet"),
    path("verkauf/import/<str:reference>/preise/", imports.import_statement, name="import-statement"),
    path("verkauf/import/<str:reference>/entscheiden/", import_answers.import_decide, name="import-decide"),
    path(
        "verkauf/import/<str:reference>/antwort/<str:token>/zuruecknehmen/",
        import_answers.import_answer_undo,
        name="import-answer-undo",
    ),
    path("verkauf/import/<str:reference>/uebernehmen/", imports.import_commit, name="import-commit"),
    path("verkauf/import/<str:reference>/zuruecknehmen/", imports.import_undo, name="import-undo"),
    path("verkauf/import/<str:reference>/verwerfen/", imports.import_discard, name="import-discard"),
    path("verkauf/import/<str:reference>/zeilen/", import_findings.import_rows, name="import-rows"),
    path("verkauf/import/<str:reference>/unterschiede/", import_findings.import_changes, name="import-changes"),
    path(
        "verkauf/import/<str:reference>/unterschiede.<str:kind>",
        import_findings.import_changes_file,
        name="import-changes-file",
    ),
    path("verkauf/import/<str:reference>/offline/", import_findings.import_vanished, name="import-vanished"),
    path("verkauf/import/<str:reference>/datei/", import_files.import_file, name="import-file"),
    path("verkauf/import/<str:reference>/markiert/", import_files.import_returned, name="import-returned"),
    path("verkauf/import/<str:reference>/hinweise/", import_findings.import_findings, name="import-findings"),
    path(
        "verkauf/import/<str:reference>/hinweise.<str:kind>",
        import_findings.import_findings_file,
        name="import-findings-file",
    ),
    path("verkauf/preislisten/<str:reference>/hochladen/", import_prices.price_list_upload, name="price-list-upload"),
]
