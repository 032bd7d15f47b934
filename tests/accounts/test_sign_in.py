import re
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.urls import reverse

from accounts.models import User
from accounts.services import add_member, invite
from tests.accounts.people import PASSWORD, company, member, person
from tests.accounts.post import last_letter, letters

pytestmark = pytest.mark.django_db

NEW = {
    "email": "neu@kontor.example",
    "password1": PASSWORD,
    "password2": PASSWORD,
    "first_name": "Nele",
    "last_name": "Neu",
}


@pytest.fixture(autouse=True)
def nobody_tried_yet():
    cache.clear()


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def link_in(letter):
    return re.search(r"https?://[^/]+(/\S+)", letter["body"]).group(1)


def test_a_new_person_confirms_the_address_and_goes_on_where_he_wanted(client):
    answer = client.post(reverse("account_signup"), NEW | {"next": "/mitmachen/antrag/"})
    assert answer.url == reverse("account_email_verification_sent")
    assert "_auth_user_id" not in client.session

    answer = client.post(link_in(last_letter()))

    assert EmailAddress.objects.get(email=NEW["email"]).verified
    assert answer.url == "/mitmachen/antrag/"
    assert User.objects.get(email=NEW["email"]).get_full_name() == "Nele Neu"


def test_without_confirmation_nobody_comes_in(client):
    client.post(reverse("account_signup"), NEW)
    client.logout()
    assert sign_in(client, NEW["email"]).url == reverse("account_email_verification_sent")
    assert "_auth_user_id" not in client.session


def test_the_link_is_sent_again_to_who_signs_in_and_another_address_may_be_given(client):
    client.post(reverse("account_signup"), NEW)
    page = client.get(reverse("account_email_verification_sent")).content.decode()
    assert f'href="{reverse("account_login")}"' in page
    assert f'href="{reverse("account_signup")}"' in page
    cache.clear()  # some minutes later

    assert client.get(reverse("account_login")).status_code == 200
    sign_in(client, NEW["email"])
    assert [letter["to"] for letter in letters()] == [NEW["email"]] * 2
    client.post(link_in(last_letter()))
    assert EmailAddress.objects.get(email=NEW["email"]).verified


def test_who_mistyped_his_address_signs_up_with_the_right_one(client):
    client.post(reverse("account_signup"), NEW | {"email": "vertipt@kontor.example"})
    assert client.get(reverse("account_signup")).status_code == 200
    client.post(reverse("account_signup"), NEW)
    client.post(link_in(last_letter()))
    assert "_auth_user_id" in client.session
    assert EmailAddress.objects.get(email=NEW["email"]).verified


def test_signing_up_tells_nobody_who_is_known(client):
    person("neu")
    answer = client.post(reverse("account_signup"), NEW)
    assert answer.url == reverse("account_email_verification_sent")
    assert [letter["to"] for letter in letters()] == [NEW["email"]]


def test_where_signing_up_is_closed_an_invitation_opens_it(client, settings):
    settings.SIGNUP_OPEN = False
    client.post(reverse("account_signup"), NEW)
    assert not User.objects.filter(email=NEW["email"]).exists()

    owner = member("sam", company("Mühle"), "supplier_owner")
    invitation = invite(owner.organisation, NEW["email"], ["supplier_orders"], by=owner)
    client.get(reverse("accounts:invitation", args=[invitation.token]))
    client.post(reverse("account_signup"), NEW)
    assert User.objects.filter(email=NEW["email"]).exists()


def test_a_known_person_lands_on_his_start_page(client):
    person("eva")
    assert sign_in(client, "EVA@kontor.example").url == reverse("home")


def test_a_link_from_a_mail_works_after_the_login(client):
    hotel = company("Hotel Lindt")
    actor = member("eva", company("Mühle"), "supplier_owner")
    add_member(hotel, actor.user, ["buyer_owner"])
    page = reverse("accounts:organisation")

    login = client.get(f"{page}?als={hotel.reference}").url
    wanted = parse_qs(urlsplit(login).query)["next"][0]
    answer = client.get(sign_in(client, "eva@kontor.example", next=wanted).url, follow=True)

    assert "Hotel Lindt" in answer.content.decode()
    assert answer.redirect_chain[-1][0] == page


def test_a_forgotten_password_is_replaced_by_a_link(client):
    person("eva")
    client.post(reverse("account_reset_password"), {"email": "eva@kontor.example"})
    form = client.get(link_in(last_letter())).url
    client.post(form, {"password1": "ein ganz anderes 8", "password2": "ein ganz anderes 8"})
    assert sign_in(client, "eva@kontor.example").status_code == 200
    assert sign_in(client, "eva@kontor.example", "ein ganz anderes 8").url == reverse("home")


def test_a_link_elsewhere_is_not_followed_after_the_login(client):
    person("eva")
    assert sign_in(client, "eva@kontor.example", next="https://fremd.example/").url == reverse("home")


def test_guessing_is_stopped_after_a_few_tries(client):
    person("eva")
    for _ in range(6):
        sign_in(client, "eva@kontor.example", "falsch geraten 1")
    answer = sign_in(client, "eva@kontor.example")
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_second_step_is_asked_where_it_is_switched_on(client):
    eva = person("eva")
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(eva, secret)
    assert sign_in(client, eva.email).url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session

    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.session["_auth_user_id"] == str(eva.pk)


def test_strangers_find_no_desk_behind_the_admins(client):
    assert client.get("/cms/").url.startswith(reverse("accounts:desk-login"))
    assert client.get("/cms/", follow=True).redirect_chain[-1][0].startswith(reverse("account_login"))
    client.force_login(person("eva"))
    assert client.get("/cms/", follow=True).status_code == 404
    assert client.get("/admin/", follow=True).status_code in (403, 404)
