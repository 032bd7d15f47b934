from bs4 import BeautifulSoup
from django import forms

from accounts.formfields import needed_when
from applications.models import Application as ApplicationModel


class Application(forms.Form):
    name = forms.CharField(label="Firma")
    email = forms.EmailField(label="E-Mail-Adresse", help_text="Hierhin gehen Bestellungen.")
    form_of = forms.ChoiceField(label="Rechtsform", choices=[("gmbh", "GmbH"), ("gbr", "GbR")])
    lists = forms.ChoiceField(label="Preise", choices=[("net", "netto"), ("gross", "brutto")], widget=forms.RadioSelect)
    note = forms.CharField(label="Nachricht", required=False, widget=forms.Textarea)
    terms = forms.BooleanField(label="Einverstanden")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(form):
    return BeautifulSoup(str(form), "html.parser")


def test_every_control_has_a_label_and_kern_draws_it():
    page = drawn(Application())

    for control in page.select("input:not([type=hidden]), select, textarea"):
        assert page.find("label", attrs={"for": control["id"]}), control
        assert any(name.startswith("kern-form") for name in control["class"]), control
    assert page.fieldset.legend.get_text(strip=True) == "Preise"
    assert len(page.select("input[type=radio].kern-form-check__radio")) == 2
    assert page.select_one(".kern-form-input__select-wrapper > select.kern-form-input__select")


def test_hints_and_faults_are_tied_to_their_control():
    page = drawn(Application({"email": "keine"}))

    control = page.find(id="id_email")
    tied = [page.find(id=name) for name in control["aria-describedby"].split()]
    assert [part.get_text(strip=True) for part in tied][0] == "Hierhin gehen Bestellungen."
    assert all(tied) and len(tied) == 2
    assert control["aria-invalid"] == "true"
    assert page.find(id="id_lists")["aria-describedby"] == "id_lists_error"
    assert page.find(id="id_lists_error")


def test_the_summary_takes_the_focus_and_leads_to_each_field_at_fault():
    form = Application({"email": "keine"})
    form.add_error(None, "Dieses Unternehmen gibt es schon.")

    summary = drawn(form).select_one(".kern-alert--danger")

    assert summary["role"] == "alert" and summary["tabindex"] == "-1" and summary.has_attr("data-focus")
    assert summary.h2.get_text() == "6 Angaben fehlen noch oder stimmen nicht"
    assert "Dieses Unternehmen gibt es schon." in summary.get_text()
    targets = [link["href"].removeprefix("#") for link in summary.select("a")]
    assert targets == ["id_name", "id_email", "id_form_of", "id_lists", "id_terms"]
    assert all(drawn(form).find(id=target) for target in targets)


def test_a_field_that_may_be_asked_for_says_when():
    form = Application()
    needed_when(form, note="wenn Sie verkaufen")

    label = drawn(form).find("label", attrs={"for": "id_note"})

    assert label.get_text(" ", strip=True) == "Nachricht (wenn Sie verkaufen)"


def test_only_optional_fields_say_so():
    page = drawn(Application())

    said = [label.get_text(" ", strip=True) for label in page.select(".kern-label") if label.select("span")]
    assert said == ["Nachricht (freiwillig)"]


def test_no_choice_yet_is_said_in_words():
    class Bakery(forms.Form):
        legal_form = ApplicationModel._meta.get_field("legal_form").formfield()

    first = drawn(Bakery()).select_one("option")

    assert (first["value"], first.get_text()) == ("", "Bitte wählen")
