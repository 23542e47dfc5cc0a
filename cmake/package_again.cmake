# Packs each package again: without the scripts that CPack writes for libraries, whose trigger is
# enough, and with the time of the newest change, so that the same tree makes the same bytes.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
  set(folder ${package}.again)
  execute_process(COMMAND dpkg-deb -R ${package} ${folder} COMMAND_ERROR_IS_FATAL ANY)
  if(EXISTS ${folder}/DEBIAN/triggers)
    file(REMOVE ${folder}/DEBIAN/postinst ${folder}/DEBIAN/postrm)
  endif()
  # Folders that CPack makes on the way have what the umask of whoever builds leaves them.
  execute_process(COMMAND find ${folder} -type d -exec chmod 755 {} +
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=${CPACK_PALPATE_EPOCH}
      dpkg-deb --root-owner-group -Zxz -b ${folder} ${package}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE_RECURSE ${folder})
endforeach()
