"""Pages of `accounts`; German words in paths, public references instead of keys."""

from django.urls import path

from accounts.views import doors, members, organisation

app_name = "accounts"

urlpatterns = [
    path("profil/", organisation.profile, name="profile"),
    path("wechseln/<str:reference>/", organisation.switch, name="switch"),
    path("organisation/", organisation.organisation, name="organisation"),
    path("organisation/angaben/", organisation.organisation_edit, name="organisation-edit"),
    path("organisation/anschriften/neu/", organisation.address, name="address-new"),
    path("organisation/anschriften/<int:key>/", organisation.address, name="address"),
    path("organisation/anschriften/<int:key>/entfernen/", organisation.address_remove, name="address-remove"),
    path("organisation/verlauf/", organisation.journal, name="journal"),
    path("organisation/mitglieder/", members.members, name="members"),
    path("organisation/mitglieder/<int:key>/", members.member, name="member"),
    path("organisation/mitglieder/<int:key>/entfernen/", members.member_remove, name="member-remove"),
    path("organisation/einladungen/<int:key>/", members.invitation_withdraw, name="invitation-withdraw"),
    path("einladung/<str:token>/", members.invitation, name="invitation"),
    path("einladung/<str:token>/annehmen/", members.invitation_accept, name="invitation-accept"),
    path("post/", doors.mailbox, name="mailbox"),
    path("post/<str:name>/", doors.letter, name="letter"),
    path("schreibtisch/", doors.desk_login, name="desk-login"),
]
